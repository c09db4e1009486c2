-- Moves the watermark of a table forward. It never moves back: a run that was delayed, or repeated, changes nothing.
CREATE OR ALTER PROCEDURE [dbo].[usp_UpdateWatermark]
    @LastModifiedtime varchar(100),
    @TableName varchar(100)
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    -- As datetime2 first: it takes the form that Data Factory passes, with a Z and any number of digits.
    DECLARE @Watermark datetime = TRY_CONVERT(datetime, TRY_CONVERT(datetime2(3), @LastModifiedtime));
    DECLARE @Message nvarchar(2048);

    IF @Watermark IS NULL
    BEGIN
        SET @Message = CONCAT(N'usp_UpdateWatermark: "', @LastModifiedtime, N'" is no time');
        THROW 50001, @Message, 1;
    END;

    UPDATE [dbo].[WaterMark]
    SET [WaterMarkVal] = CASE WHEN [WaterMarkVal] < @Watermark THEN @Watermark ELSE [WaterMarkVal] END
    WHERE [TableName] = @TableName;

    IF @@ROWCOUNT = 0
    BEGIN
        SET @Message = CONCAT(N'usp_UpdateWatermark: table "', @TableName, N'" is not registered in dbo.WaterMark');
        THROW 50002, @Message, 1;
    END;
END;
