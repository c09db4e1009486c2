-- The watermark up to which a table was copied.
CREATE OR ALTER PROCEDURE [dbo].[usp_GetWatermark]
    @TableName varchar(100)
AS
BEGIN
    SET NOCOUNT ON;

    IF NOT EXISTS (SELECT 1 FROM [dbo].[WaterMark] WHERE [TableName] = @TableName)
    BEGIN
        DECLARE @Message nvarchar(2048) =
            CONCAT(N'usp_GetWatermark: table "', @TableName, N'" is not registered in dbo.WaterMark');
        THROW 50002, @Message, 1;
    END;

    SELECT [WaterMarkVal] FROM [dbo].[WaterMark] WHERE [TableName] = @TableName;
END;
